export * from './decider';
export * from './explanation';
export * from './holidays';
export * from './ids';
export * from './time';
