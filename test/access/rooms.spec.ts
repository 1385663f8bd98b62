import { describe, expect, it } from '@jest/globals';
import { rooms, roomsOf } from '../../apps/web/app/rooms';
import { matrix } from './matrix';

const roles = ['administrator', 'coordinator', 'teacher', 'assessor', 'grader', 'auditor'] as const;

/** The first page is everybody's; in the menu it stands for those whose it is. */
const addresses = rooms.map(({ href }) => href).filter((href) => href !== '/');

describe('the menu', () => {
  it.each(addresses)('shows %s to whom the server lets in, and to nobody else', (href) => {
    const line = matrix.find(({ route }) => route === `GET ${href}`)!;
    expect(roles.filter((role) => roomsOf([role]).some((room) => room.href === href))).toEqual(
      roles.filter((role) => line.may.includes(role)),
    );
  });

  it.each(roles)('leads %s somewhere', (role) => {
    expect(roomsOf([role])).not.toEqual([]);
  });

  it('has everything of one who has two roles, and no key twice', () => {
    const shown = roomsOf(['assessor', 'administrator']);
    expect(shown.map(({ href }) => href)).toEqual(expect.arrayContaining(['/', '/vurdering', '/opptak']));
    expect(new Set(rooms.map(({ key }) => key)).size).toBe(rooms.length);
  });
});
