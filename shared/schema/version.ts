/** Version of the stored rows that this build writes and reads; a larger number on disk is refused. */
export const SCHEMA_VERSION = 4
