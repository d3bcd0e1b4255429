export * from './dates'
export * from './grammar'
export * from './numbers'
