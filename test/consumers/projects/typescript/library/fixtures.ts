import {
  type FixtureName,
  fixture,
  fixtures,
  type NotificationName,
  notification,
  peerToPeerCall,
} from 'graph-call-testkit/fixtures'

export const call = peerToPeerCall({ subject: 'Order 4711' })
export const { source } = peerToPeerCall()
export const bodies = [fixtures['peer-to-peer'].body, fixtures.group.body, fixtures.throttled.body]
export const bodyOf = <Name extends FixtureName>(name: Name) => fixture(name)
export const notificationOf = <Name extends NotificationName>(name: Name) => notification(name)
