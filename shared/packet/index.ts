export * from './layout'
export * from './records'
export * from './view/outline'
export * from './view/packet-view'
