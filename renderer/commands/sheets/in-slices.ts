// Reading and writing cut their work in the same way; commands know it by this name.
export { breathe, inSlices, type SliceOptions } from '../../data/turns'
