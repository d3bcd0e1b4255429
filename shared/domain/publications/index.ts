export * from './channel'
export * from './commemoration'
export * from './date-rule'
export * from './publication'
