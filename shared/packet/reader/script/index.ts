import { CORE_SCRIPT } from './core'
import { ITEMS_SCRIPT } from './items'
import { KEYS_SCRIPT } from './keys'
import { NOTES_SCRIPT } from './notes'
import { NOTES_VIEW_SCRIPT } from './notes-view'
import { SEARCH_SCRIPT } from './search'
import { START_SCRIPT } from './start'

export { CORE_SCRIPT } from './core'

/**
 * What the reader page does in the browser of whoever opens it: one plain script (ES2019, no modules, no
 * network) that reads the page and writes text into it, never markup. Its pieces share one function.
 */
export const READER_SCRIPT = [
  "(function () {\n'use strict';",
  CORE_SCRIPT,
  SEARCH_SCRIPT,
  NOTES_SCRIPT,
  NOTES_VIEW_SCRIPT,
  ITEMS_SCRIPT,
  KEYS_SCRIPT,
  START_SCRIPT,
  '})();',
].join('\n')
