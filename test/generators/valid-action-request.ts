import type { ActionRequest } from 'graph-call-testkit/generators'
import { actionNamed } from '../../src/model/actions/index.ts'
import { checkBody } from '../../src/tenant/actions/check-action-body.ts'

/** True if the tenant accepts the body of a request, and the path is that of the action. */
export function isActionRequest({ action, method, path, headers, body }: ActionRequest): boolean {
  const model = actionNamed(action)
  const pattern = model.path.replaceAll(/\{\w+\}/g, '[^/]+').replace(/(\w+)$/, '(microsoft\\.graph\\.)?$1')
  const isBody =
    model.parameters === undefined
      ? body === undefined && headers['Content-Type'] === undefined
      : 'body' in checkBody(model, JSON.stringify(body), []) && headers['Content-Type'] === 'application/json'
  return (
    isBody &&
    method === model.method &&
    new RegExp(`^/(v1.0|beta)/(communications|app)${pattern}$`).test(path)
  )
}
