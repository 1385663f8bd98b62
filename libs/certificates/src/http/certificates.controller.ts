import { EventStore } from '@kull/event-store';
import {
  Allow,
  answer,
  asOfIn,
  Caller,
  Created,
  classFor,
  decodeCursor,
  fileReply,
  Page,
  pageOf,
  SeenVersion,
  Versioned,
} from '@kull/http';
import { Reads } from '@kull/people';
import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { RevokeCertificate } from '../commands/revoke-certificate';
import { certificateStreamId, DocumentStore } from '../contracts';
import { certificate } from '../domain/certificate';
import { parseCertificateNumber } from '../domain/certificate-number';
import { CertificateQueries, type CertificateRecord } from '../read-models/certificate.query';
import { documentName } from '../read-models/certificates-file';
import {
  CertificateListQuery,
  CertificatePage,
  CertificateView,
  certificateExample,
  certificateForRecipient,
  certificateView,
  RevocationBody,
  SharedCertificateView,
  VersionParams,
} from './certificate.dto';
import { certificateUnknown, noSuchDocument, problems } from './problems';

/** The organisation whose certificates are all that the caller may see; undefined for the organiser's own people. */
const recipientOf = ({ roles, orgNumber, classes }: Caller): string | undefined =>
  roles.includes('association') && classes !== 'all' ? (orgNumber ?? 'nobody') : undefined;

const viewFor = (caller: Caller) => (recipientOf(caller) === undefined ? certificateView : certificateForRecipient);

const maySee = (caller: Caller, { statement: { classId, recipient } }: CertificateRecord): boolean =>
  caller.mayClass(classId) || recipientOf(caller) === recipient.orgNumber;

@ApiTags('certificates')
@Controller('certificates')
export class CertificatesController {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly documents: DocumentStore,
    private readonly commands: CommandBus,
    private readonly events: EventStore,
    private readonly reads: Reads,
  ) {}

  @Get()
  @Allow('administrator', 'coordinator', 'association')
  @ApiOperation({
    operationId: 'listCertificates',
    summary: 'Kursbevisene i en klasse, nå eller slik de var på en dag',
  })
  @ApiOkResponse({ type: CertificatePage, example: { data: [certificateExample], nextCursor: null } })
  async list(@Query() query: CertificateListQuery, @Caller() caller: Caller): Promise<Page<SharedCertificateView>> {
    const recipient = recipientOf(caller);
    const classId = recipient === undefined ? classFor(caller, query.class) : query.class;
    const after = decodeCursor(query.cursor)?.map(String)[0];
    const asOf = asOfIn({ validOn: query.validOn });
    const found = await this.certificates.page({ classId, recipient, after, limit: query.limit + 1, ...asOf });
    const page = pageOf(found, query, ({ number }) => [number]);
    return new Page(page.data.map(viewFor(caller)), page.nextCursor);
  }

  @Get(':no')
  @Allow('administrator', 'coordinator', 'association')
  @ApiOperation({ operationId: 'getCertificate', summary: 'Ett kursbevis med alle versjonene' })
  @ApiOkResponse({ type: SharedCertificateView, example: certificateExample })
  async get(@Param('no') no: string, @Caller() caller: Caller): Promise<Versioned<SharedCertificateView>> {
    const found = await this.found(no, caller);
    await this.reads.note(caller, 'getCertificate', [found.statement.personId]);
    return this.shown(found, caller);
  }

  @Get(':no/versions/:version/document')
  @Allow('administrator', 'coordinator', 'association')
  @ApiOperation({ operationId: 'getCertificateDocument', summary: 'Dokumentet, de bytene som ble utstedt' })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async document(@Param() { no, version }: VersionParams, @Caller() caller: Caller): Promise<StreamableFile> {
    const { number, versions, statement } = await this.found(no, caller);
    const sha256 = versions.find((one) => one.version === version)?.sha256;
    if (sha256 === undefined) throw noSuchDocument();
    await this.reads.note(caller, 'getCertificateDocument', [statement.personId]);
    const { bytes, contentType } = await this.documents.read(sha256);
    return fileReply({ name: documentName(number, version), type: contentType, content: bytes });
  }

  @Post(':no/revocations')
  @Allow('administrator')
  @ApiOperation({ operationId: 'revokeCertificate', summary: 'Trekk et kursbevis tilbake, med en annens godkjenning' })
  @ApiCreatedResponse({ type: CertificateView, example: { ...certificateExample, state: 'REVOKED', version: 3 } })
  async revoke(
    @Param('no') no: string,
    @Body() { reasonCode, approvedBy }: RevocationBody,
    @Caller() caller: Caller,
    @SeenVersion({ optional: true }) seenVersion?: number,
  ): Promise<Created<Versioned<SharedCertificateView>>> {
    const { number, statement } = await this.found(no, caller);
    const streamId = certificateStreamId(statement.studentCourseId, statement.approvalId);
    const data = { number, reasonCode, recordedBy: caller.actor, approvedBy: approvedBy && caller.by(approvedBy) };
    answer(await this.commands.execute(new RevokeCertificate(streamId, data, caller.context(), seenVersion)), problems);
    return new Created(`/api/v1/certificates/${number}`, await this.shown(await this.found(number, caller), caller));
  }

  private async shown(found: CertificateRecord, caller: Caller): Promise<Versioned<SharedCertificateView>> {
    return new Versioned(await this.versionOf(found), viewFor(caller)(found));
  }

  private async found(text: string, caller: Caller): Promise<CertificateRecord> {
    const number = parseCertificateNumber(text);
    const found = number && (await this.certificates.find(number));
    if (!found || !maySee(caller, found)) throw certificateUnknown();
    return found;
  }

  private async versionOf({ statement: { studentCourseId, approvalId } }: CertificateRecord): Promise<number> {
    return (await this.events.load(certificate, certificateStreamId(studentCourseId, approvalId))).version;
  }
}
