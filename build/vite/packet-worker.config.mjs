import { threadConfig } from './thread.mjs'

/** The thread that writes packets. */
export default threadConfig('packet-worker')
