export * from './fit-poster'
export * from './poster'
export { posterTemplates, renderPoster } from './render-poster'
export { linesOf, textWidth } from './text-width'
