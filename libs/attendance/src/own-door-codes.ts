import type { CommandContext } from '@kull/event-store';
import type { Language } from '@kull/kernel';
import { OwnClasses } from '@kull/teaching/contracts/own-classes';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IssueDoorCode } from './commands/issue-door-code';
import { doorCodePicture } from './http/door-code-picture';

/** The code that a student shows at the door of one class. */
export interface OwnDoorCode {
  readonly classId: string;
  readonly classCode: string;
  /** SVG: dark on white, with words for who cannot see it. */
  readonly pictureIn: (language: Language) => string;
}

/** The door codes of one person: in every open class that the person has a place in, and in no other. */
@Injectable()
export class OwnDoorCodes {
  constructor(
    private readonly classes: OwnClasses,
    private readonly commands: CommandBus,
  ) {}

  async of(personId: string, context: () => CommandContext): Promise<readonly OwnDoorCode[]> {
    const codes: OwnDoorCode[] = [];
    for (const { classId, studentNo, plan, isOpen } of await this.classes.of(personId)) {
      if (!isOpen) continue;
      const issued = await this.commands.execute(new IssueDoorCode(classId, studentNo, context()));
      if (!('code' in issued)) continue;
      const { code } = issued;
      codes.push({ classId, classCode: plan.code, pictureIn: (language) => doorCodePicture(code, language) });
    }
    return codes;
  }
}
