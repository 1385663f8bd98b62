import { accept, type Command, type Decider, type DomainEvent, nothing } from '@kull/kernel';

/** A register of health personnel was read for a class, other than the one before: holds may have been mended. */
export type ClassHprRegisterTakenIn = DomainEvent<
  'ClassHprRegisterTakenIn',
  {
    readonly classId: string;
    readonly entries: number;
    /** Keyed: equal lines, equal fingerprint. */
    readonly fingerprint: string;
  }
>;

export type TakeInClassHprRegister = Command<'TakeInClassHprRegister', ClassHprRegisterTakenIn['data']>;

/** Which register was read for a class last. Its lines are with `people`. */
export const classHprRegister: Decider<
  { readonly fingerprint?: string },
  TakeInClassHprRegister,
  ClassHprRegisterTakenIn,
  never
> = {
  category: 'class-hpr-register',
  initial: {},
  decide: ({ fingerprint }, { data }) =>
    data.fingerprint === fingerprint ? nothing : accept({ type: 'ClassHprRegisterTakenIn', data }),
  evolve: (_, { data }) => ({ fingerprint: data.fingerprint }),
};
