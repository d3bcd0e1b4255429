export {
  CHANGE_SET_LIMITS,
  type Change,
  type ChangeSet,
  changeSetSchema,
  type Row,
  type StagedChanges,
  stagedChangesSchema,
} from './change-set'
export {
  canonicalJson,
  findJsonProblem,
  isJsonObject,
  JSON_LIMITS,
  type JsonObject,
  type JsonProblem,
  type JsonValue,
} from './json'
export {
  claimedSchema,
  encodeLine,
  type LineError,
  type LineFrame,
  MAX_LINE_BYTES,
  parseLine,
  readFrame,
  sealedLine,
  sealedStart,
} from './line'
export {
  changesText,
  GENESIS_HASH,
  hashInput,
  type JournalRecord,
  type JournalRecordBody,
  journalRecordSchema,
  recordBodyPieces,
  recordBodyText,
  sealInput,
  sha256HexSchema,
} from './record'
