import { BounceTaker } from '@kull/mail/contracts';
import { Pulse } from '@kull/messaging';
import { People, StaffDirectory } from '@kull/people';
import { type DynamicModule, Module, type Provider, type Type } from '@nestjs/common';
import { AddressFaultsOfPeople } from './address-faults-of-people';
import { Addresses, AddressFaults } from './addresses';
import { AddressesOfPeople, type Office } from './addresses-of-people';
import { ReminderBounces } from './bounces';
import { ChooseRemindersHandler } from './commands/choose-reminders';
import { ResolveReminderHandler } from './commands/resolve-reminder';
import { SetReminderPlanHandler } from './commands/set-reminder-plan';
import { SwitchReminderPlansHandler } from './commands/switch-reminder-plans';
import { DECLINE_LINKS, DeclineLinks } from './decline-links';
import { DecliningController } from './http/declining.controller';
import { ReminderCalendarController } from './http/reminder-calendar.controller';
import { ReminderPlansController } from './http/reminder-plans.controller';
import { RemindersController } from './http/reminders.controller';
import type { OccasionSource } from './occasion-source';
import { OwnReminders } from './own-reminders';
import { DueReminders } from './planning/due-reminders';
import { PreviewLettersHandler } from './planning/preview-letters';
import { ReminderCalendar } from './planning/reminder-calendar';
import { ReminderTick } from './planning/reminder-tick';
import { NoteAddressFault } from './reactions/note-address-fault';
import { PlanOccasion } from './reactions/plan-occasion';
import { SendReminderAgain } from './reactions/send-reminder-again';
import { MAIL_DOMAIN, SERVICE_URL, SendReminders } from './reactions/send-reminders';
import { WriteToFormerAddress } from './reactions/write-to-former-address';
import { CountStuckRemindersHandler } from './read-models/count-stuck-reminders';
import { ReminderLedgerQueries } from './read-models/reminder-ledger.query';
import { ReminderPlanQueries } from './read-models/reminder-plans.query';
import { ReminderLedger } from './sending/reminder-ledger';
import type { SubjectPart } from './subject-part';
import { SubjectRegistry } from './subject-registry';
import { subjects as subjectParts } from './subjects';

export interface RemindersOptions {
  /** Where the key of the addresses for declining is kept; made at the first start. */
  readonly keysFolder: string;
  /** Where the service is reached: what stands before the paths in letters. */
  readonly baseUrl: string;
  /** What stands after `@` in Message-IDs. */
  readonly mailDomain: string;
  /** How often this process looks what is due. Absent: it does not; the worker does. */
  readonly tickEveryMs?: number;
  readonly office: Office;
  /** Those of this installation, unless a test has its own. */
  readonly subjects?: readonly SubjectPart[];
  /** Instead of those of the house: `Addresses`, `AddressFaults`, and in tests the senders. */
  readonly ports?: readonly Provider[];
}

/**
 * Reminders. Needs the event store, `People`, `MailSender`, `TextMessageSender`, `DatabaseClock`, messaging, and the
 * directories that its sources ask.
 */
@Module({})
export class RemindersModule {
  static forRoot(options: RemindersOptions): DynamicModule {
    const { keysFolder, baseUrl, mailDomain, tickEveryMs, office, subjects = subjectParts, ports = [] } = options;
    return {
      module: RemindersModule,
      global: true,
      controllers: [ReminderPlansController, RemindersController, ReminderCalendarController, DecliningController],
      providers: [
        ...subjects.map(({ source }) => source),
        {
          provide: SubjectRegistry,
          useFactory: (...sources: readonly OccasionSource[]) =>
            new SubjectRegistry(subjects.map((part, i) => ({ ...part, source: sources[i]! }))),
          inject: subjects.map(({ source }) => source as Type<OccasionSource>),
        },
        { provide: DECLINE_LINKS, useFactory: () => DeclineLinks.fromFolder(keysFolder, baseUrl) },
        { provide: MAIL_DOMAIN, useValue: mailDomain },
        { provide: SERVICE_URL, useValue: baseUrl },
        {
          provide: Addresses,
          useFactory: (people: People, staff: StaffDirectory) => new AddressesOfPeople(people, staff, office),
          inject: [People, StaffDirectory],
        },
        { provide: AddressFaults, useClass: AddressFaultsOfPeople },
        ...ports,
        DueReminders,
        ReminderTick,
        ReminderCalendar,
        ...(tickEveryMs === undefined
          ? []
          : [
              {
                provide: Pulse,
                useFactory: (tick: ReminderTick) =>
                  new Pulse({ of: 'reminders', ask: () => tick.tick(), everyMs: tickEveryMs }),
                inject: [ReminderTick],
              },
            ]),
        ReminderLedger,
        ReminderLedgerQueries,
        ReminderPlanQueries,
        OwnReminders,
        ReminderBounces,
        { provide: BounceTaker, useExisting: ReminderBounces },
        PlanOccasion,
        SendReminders,
        SendReminderAgain,
        NoteAddressFault,
        WriteToFormerAddress,
        SetReminderPlanHandler,
        SwitchReminderPlansHandler,
        ResolveReminderHandler,
        ChooseRemindersHandler,
        PreviewLettersHandler,
        CountStuckRemindersHandler,
      ],
      exports: [BounceTaker, OwnReminders],
    };
  }
}
