export * from './attendance-list'
export * from './convocatoria'
export * from './signature-paper'
