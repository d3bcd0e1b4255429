export * from './images/image-kind'
export * from './images/strip-metadata'
