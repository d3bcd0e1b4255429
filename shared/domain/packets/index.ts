export * from './origin'
export * from './packet'
