export * from './arrange'
export * from './event-draft'
export * from './fold'
export * from './import-columns'
export * from './import-plan'
export {
  type ItemImportProblem,
  type ItemRow,
  itemProblemText,
  readStateWord,
} from './import-rows'
export * from './item'
export * from './item-changes'
export * from './item-code'
export * from './item-draft'
export * from './item-event'
export * from './item-record'
export * from './item-view'
export * from './labels'
export * from './parties'
export * from './propose-items'
export * from './report'
export * from './report-words'
export * from './review-list'
export * from './session-reviews'
export * from './urgency'
