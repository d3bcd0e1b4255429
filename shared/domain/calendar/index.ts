export * from './closed-day'
export * from './coverage'
export * from './rest-days'
export * from './work-calendar'
