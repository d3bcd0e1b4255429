import { BASE_STYLE } from './base'
import { PARTS_STYLE } from './parts'
import { PRINT_STYLE } from './print'
import { TOOLS_STYLE } from './tools'

/** Everything that the reader page looks like: any screen from a telephone up, light, dark, and paper. */
export const READER_STYLE = [BASE_STYLE, PARTS_STYLE, TOOLS_STYLE, PRINT_STYLE].join('\n')
