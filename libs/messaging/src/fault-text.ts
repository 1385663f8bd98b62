const CLASS = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;
const CODE = /^[A-Za-z0-9_.-]{1,40}$/;

/** What may be kept or logged about an error: its class and its code. Texts carry names and numbers of people (T21). */
export const faultText = (fault: unknown): string => {
  if (!(fault instanceof Error)) return 'Unknown';
  const code = (fault as { code?: unknown }).code ?? (fault as { driverError?: { code?: unknown } }).driverError?.code;
  const name = CLASS.test(fault.name) ? fault.name : 'Error';
  return typeof code === 'string' && CODE.test(code) ? `${name} ${code}` : name;
};
