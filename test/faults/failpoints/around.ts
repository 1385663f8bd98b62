type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * Puts something around an asynchronous method of a class: planted from outside, so that what is shipped knows nothing
 * of failpoints or seeded bugs.
 */
export const around = (
  owner: { readonly prototype: object },
  name: string,
  put: (original: () => Promise<unknown>, args: readonly unknown[]) => Promise<unknown>,
): void => {
  const prototype = owner.prototype as Record<string, Method>;
  const original = prototype[name];
  if (typeof original !== 'function')
    throw new Error(`${owner.constructor.name} has no ${name} to put anything around`);
  prototype[name] = function planted(this: unknown, ...args: unknown[]) {
    return put(() => original.apply(this, args), args);
  };
};
