export * from './agreement-number'
export * from './body'
export * from './rules'
