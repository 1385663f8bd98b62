import { Allow, Caller, ClassId, Public, problemOf } from '@kull/http';
import { Clock, type Instant } from '@kull/kernel';
import { Reads } from '@kull/people';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { JSONWebKeySet } from 'jose';
import { DoorKey } from '../door-key';
import { DoorRosters } from '../door-rosters';
import { DoorRosterQuery } from './door.dto';
import { doorProblems } from './door-problems';

const exampleKeys = {
  keys: [
    {
      kty: 'OKP',
      crv: 'Ed25519',
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
      alg: 'EdDSA',
      use: 'sig',
    },
  ],
};

/** What a device holds to decide at the door without asking anybody. */
@ApiTags('attendance')
@Controller()
export class DoorRosterController {
  constructor(
    private readonly rosters: DoorRosters,
    private readonly key: DoorKey,
    private readonly clock: Clock,
    private readonly classes: ClassDirectory,
    private readonly reads: Reads,
  ) {}

  @Get('classes/:id/door-roster')
  @Allow('administrator', 'coordinator', 'teacher')
  @ApiOperation({
    operationId: 'getDoorRoster',
    summary: 'Signert liste som en enhet kan avgjøre med ved døren, uten nett',
    description:
      'En JWS (EdDSA). Navn og studentnumre gjelder bare klassens egne og dens gjester; andre i kullet står med referanse og klasse. Innholdet er signert, ikke kryptert: bare TLS verner det underveis, og enheten sletter det etter validUntil.',
  })
  @ApiOkResponse({
    example: { roster: 'eyJhbGciOiJFZERTQSJ9.e30.c2lnbmF0dXJl', validUntil: '2026-09-18T14:00:00.000Z' },
  })
  async roster(
    @ClassId() id: string,
    @Query() { gathering }: DoorRosterQuery,
    @Caller() caller: Caller,
  ): Promise<{ readonly roster: string; readonly validUntil: Instant }> {
    const signed = await this.rosters.signed(id, gathering, this.clock.now());
    if ('rejected' in signed) throw problemOf(signed.rejected, doorProblems);
    const persons = (await this.classes.students(id)).map(({ personId }) => personId);
    await this.reads.note(caller, 'getDoorRoster', persons);
    return signed;
  }

  @Get('door-keys')
  @Public()
  @ApiOperation({
    operationId: 'listDoorKeys',
    summary: 'Nøklene som dørkoder og dørlister kontrolleres med (JWK Set)',
  })
  @ApiOkResponse({ description: 'JWK Set etter RFC 7517', example: exampleKeys })
  keys(): JSONWebKeySet {
    return this.key.jwks;
  }
}
