import { threadConfig } from './thread.mjs'

/** The thread that writes a year of publications. */
export default threadConfig('year-worker')
