export { renderReader } from './render-reader'
