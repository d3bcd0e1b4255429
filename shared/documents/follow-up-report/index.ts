export * from './build-follow-up-report'
export * from './report-sheet'
