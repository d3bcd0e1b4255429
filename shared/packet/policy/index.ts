export * from './filter-record'
export * from './filter-row'
export { FIELD_POLICY } from './policy'
export { DEFAULT_OPTIONS, type PolicyOptions, type Reach, reaches } from './policy-type'
