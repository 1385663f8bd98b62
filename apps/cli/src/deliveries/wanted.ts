import { classNamed } from '../class/class-name';
import type { Call, CliCommand } from '../command';
import type { KullClient } from '../service/client';

export const wantedOptions: CliCommand['options'] = {
  class: { type: 'string' },
  recipient: { type: 'string' },
};

export const wantedHelp: readonly string[] = [
  '--class KLASSE: bare denne klassen, som NLA-2026V-1. Uten: alle klasser.',
  '--recipient ORGNR: til denne mottakeren. Trengs bare når det leveres til flere.',
];

/** What is wanted delivered, as the service asks for it. */
export const wantedFrom = async (
  call: Call,
  service: KullClient,
): Promise<{ readonly classIds?: readonly string[]; readonly recipientOrgNo?: string }> => {
  const name = call.text('class');
  const recipientOrgNo = call.text('recipient');
  const classIds = name === undefined ? undefined : [(await classNamed(service, name)).id];
  return { ...(classIds && { classIds }), ...(recipientOrgNo !== undefined && { recipientOrgNo }) };
};
