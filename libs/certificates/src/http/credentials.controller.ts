import { createHash } from 'node:crypto';
import { Allow, alreadyHas, Public } from '@kull/http';
import { Controller, Get, Param, ParseIntPipe, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Credentials } from '../credentials';
import { parseCertificateNumber } from '../domain/certificate-number';
import { LIST_TTL_SECONDS } from '../domain/status-list-credential';
import { CertificateQueries } from '../read-models/certificate.query';
import { SigningKeyRings } from '../signing-key-rings';
import { holderForgotten, listUnknown, notLive } from './key-problems';
import { certificateUnknown } from './problems';
import { publishedKey, signingKeyExample } from './signing-key.dto';

const VC_JWT = 'application/vc+jwt';
const jwt = {
  content: { [VC_JWT]: { example: 'eyJhbGciOiJFUzI1NiIsInR5cCI6InZjK2p3dCIs….eyJpc3MiOiJkaWQ6d2Vi….MEUCIQ' } },
};

/** Replies with a text that a cache may keep so long (seconds), under a tag made of its bytes. */
const cached = (text: string, seconds: number, request: FastifyRequest, reply: FastifyReply): string | undefined => {
  const etag = `"${createHash('sha256').update(text).digest('hex')}"`;
  // Wallets read these from pages of other origins.
  reply.headers({
    ETag: etag,
    'Cache-Control': `public, max-age=${seconds}`,
    'Access-Control-Allow-Origin': '*',
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (!alreadyHas(request, etag)) return text;
  reply.status(304);
  return undefined;
};

/** The badge of a certificate, for its holder's wallet. */
@ApiTags('certificates')
@Controller('certificates')
export class OpenBadgeController {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly credentials: Credentials,
  ) {}

  @Get(':no/open-badge')
  @Allow('administrator')
  @ApiOperation({
    operationId: 'getOpenBadge',
    summary: 'Kursbeviset som Open Badge 3.0 (VC-JWT), på vegne av innehaveren',
  })
  @ApiProduces(VC_JWT)
  @ApiOkResponse(jwt)
  async openBadge(@Param('no') no: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const number = parseCertificateNumber(no);
    const certificate = number && (await this.certificates.find(number));
    if (!certificate) throw certificateUnknown();
    if (certificate.state !== 'VALID') throw notLive();
    const badge = await this.credentials.openBadge(certificate);
    if (badge === undefined) throw holderForgotten();
    reply.header('Content-Type', VC_JWT);
    return badge;
  }
}

/** Whether what holders carry still holds. Public, without a name. Outside `/api/v1`, for the address is in every badge. */
@ApiTags('verification')
@Controller('status')
@Public()
export class StatusListController {
  constructor(private readonly credentials: Credentials) {}

  @Get('certificates/:list')
  @ApiOperation({
    operationId: 'getStatusList',
    summary: 'Tilbakekalte kursbevis som signert statusliste (Bitstring Status List)',
  })
  @ApiProduces(VC_JWT)
  @ApiOkResponse(jwt)
  async statusList(
    @Param('list', ParseIntPipe) number: number,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const list = await this.credentials.statusList(number);
    if (list === undefined) throw listUnknown();
    reply.header('Content-Type', VC_JWT);
    return cached(list, LIST_TTL_SECONDS, request, reply);
  }
}

/** What anybody verifies with. */
@ApiTags('verification')
@Controller('.well-known')
@Public()
export class WellKnownController {
  constructor(
    private readonly keys: SigningKeyRings,
    private readonly credentials: Credentials,
  ) {}

  @Get('kull-keys.json')
  @ApiOperation({ operationId: 'getPublishedKeys', summary: 'Alle nøkler som er eller har vært i bruk til å signere' })
  @ApiOkResponse({ example: { keys: [{ ...signingKeyExample, signed: undefined, x5c: ['MIIB…'] }] } })
  async publishedKeys(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const text = JSON.stringify({ keys: (await this.keys.list()).map(publishedKey) });
    reply.header('Content-Type', 'application/json; charset=utf-8');
    return cached(text, LIST_TTL_SECONDS, request, reply);
  }

  @Get('did.json')
  @ApiOperation({ operationId: 'getIssuerDocument', summary: 'Utstederens did:web-dokument' })
  @ApiOkResponse({ example: { id: 'did:web:kull.example.no', verificationMethod: [], assertionMethod: [] } })
  async issuerDocument(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | undefined> {
    const text = JSON.stringify(await this.credentials.issuerDocument());
    reply.header('Content-Type', 'application/did+json; charset=utf-8');
    return cached(text, LIST_TTL_SECONDS, request, reply);
  }
}
