import { join } from 'node:path';
import { Database, type Migration, migrationsIn } from '@kull/event-store';
import { type DynamicModule, Module } from '@nestjs/common';
import { HprRegister } from './hpr-register';
import { AddressFaultsController } from './http/address-faults.controller';
import { StaffController } from './http/staff.controller';
import { loadPeopleKeys } from './keys';
import { People } from './people';
import { StaffDirectory } from './staff-directory';

export const peopleMigrations: readonly Migration[] = migrationsIn('people', join(__dirname, 'sql'));

export interface PeopleOptions {
  /** Where the installation's secret is kept; made at the first start. */
  readonly keysFolder: string;
  /** The secret itself, base64, when it comes from a key store. */
  readonly key?: string;
}

/** Gives every context `People`, `HprRegister` and `StaffDirectory`. */
@Module({})
export class PeopleModule {
  static forRoot({ keysFolder, key }: PeopleOptions): DynamicModule {
    const keys = loadPeopleKeys({ key, folder: keysFolder });
    return {
      module: PeopleModule,
      global: true,
      controllers: [StaffController, AddressFaultsController],
      providers: [
        { provide: People, useFactory: (database: Database) => new People(database, keys), inject: [Database] },
        {
          provide: HprRegister,
          useFactory: (database: Database) => new HprRegister(database, keys),
          inject: [Database],
        },
        {
          provide: StaffDirectory,
          useFactory: (database: Database) => new StaffDirectory(database, keys),
          inject: [Database],
        },
      ],
      exports: [People, HprRegister, StaffDirectory],
    };
  }
}
