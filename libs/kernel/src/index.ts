export * from './decider';
export * from './explanation';
export * from './half-hours';
export * from './holidays';
export * from './ids';
export * from './same';
export * from './share';
export * from './time';
