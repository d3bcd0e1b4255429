export * from './layout'
export * from './records'
