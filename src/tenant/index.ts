export { type GraphFetchOptions, type GraphTarget, graphFetch } from './graph-fetch.ts'
export { type GraphMiddleware, type GraphMiddlewareContext, graphMiddleware } from './graph-middleware.ts'
