export { type ExistingRows, NOTHING_STORED, type PlannedSession, planSessionFile } from './plan'
export { type FileProblem, formatProblem } from './problem'
export { readSessionFile } from './read'
export {
  SESSION_FILE_FORMAT,
  SESSION_FILE_MAX_BYTES,
  SESSION_FILE_VERSION,
  type SessionFile,
  type SessionFilePerson,
  type SessionFileStep,
  type SessionFileVote,
  sessionFileSchema,
} from './schema'
export { type SessionFileSummary, type SummaryPoint, summarizeSessionFile } from './summary'
export { type NotExpressible, type SessionFileSource, writeSessionFile } from './write'
