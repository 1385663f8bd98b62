import type { Provider, Type } from '@nestjs/common';
import { CheckInHandler } from './commands/check-in';
import { ImportSheetHandler } from './commands/import-sheet';
import { IssueDoorCodeHandler } from './commands/issue-door-code';
import { RevokeDoorCodeHandler } from './commands/revoke-door-code';
import { ScanAtDoorHandler } from './commands/scan-at-door';
import { Door } from './door';
import { DoorKey, loadOrCreateDoorKey } from './door-key';
import { DoorRosters } from './door-rosters';
import { DoorCodeController } from './http/door-code.controller';
import { DoorRosterController } from './http/door-roster.controller';
import { DoorScansController } from './http/door-scans.controller';
import { RegisterSheetsController } from './http/register-sheets.controller';
import { OwnDoorCodes } from './own-door-codes';
import { RegisterSheets } from './register-sheets';
import { StudentNames } from './student-names';

/** The door and the paper: the ways into the registers that need no screen of ours. */
export const doorControllers: Type[] = [
  DoorCodeController,
  DoorRosterController,
  DoorScansController,
  RegisterSheetsController,
];

/** `keysFolder`: where the key that signs door codes is kept; made at the first start. */
export const doorProviders = (keysFolder: string): Provider[] => [
  { provide: DoorKey, useFactory: () => loadOrCreateDoorKey(keysFolder) },
  StudentNames,
  Door,
  DoorRosters,
  RegisterSheets,
  IssueDoorCodeHandler,
  RevokeDoorCodeHandler,
  ScanAtDoorHandler,
  CheckInHandler,
  OwnDoorCodes,
  ImportSheetHandler,
];
