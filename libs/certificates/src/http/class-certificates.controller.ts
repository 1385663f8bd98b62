import { Readable } from 'node:stream';
import { Allow, ClassId, contentDisposition, csvReply, fileReply } from '@kull/http';
import type { InLanguages } from '@kull/kernel';
import { ClassDirectory } from '@kull/teaching/contracts';
import { Controller, Get, Inject, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { bundle, bundleManifest, signedManifest } from '../class-bundle';
import { DocumentStore } from '../contracts';
import { exampleContent } from '../example-content';
import { CERTIFICATE_TOOLS, type CertificateTools } from '../reactions/settle-certificate';
import { CertificateQueries } from '../read-models/certificate.query';
import { CertificateWorkQueries } from '../read-models/certificate-work.query';
import { certificatesFile } from '../read-models/certificates-file';
import { SetAsideCertificates } from '../set-aside-certificates';
import { CertificateWorkView } from './certificate.dto';
import { noApprovedCourse } from './problems';

class ExampleQuery extends createZodDto(z.strictObject({ language: z.enum(['nb', 'nn', 'en']).default('nb') })) {}

/** The example is in the language of the certificate, and so is the name of its file. */
const exampleNames: InLanguages<string> = {
  nb: 'Eksempel på kursbevis',
  nn: 'Døme på kursbevis',
  en: 'Example of a certificate',
};

/** What a class shows of its certificates. */
@ApiTags('certificates')
@Controller('classes/:id')
export class ClassCertificatesController {
  constructor(
    private readonly certificates: CertificateQueries,
    private readonly work: CertificateWorkQueries,
    private readonly setAside: SetAsideCertificates,
    private readonly documents: DocumentStore,
    private readonly classes: ClassDirectory,
    @Inject(CERTIFICATE_TOOLS) private readonly tools: CertificateTools,
  ) {}

  @Get('files/certificates.csv')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'getCertificatesFile', summary: 'certificates.csv: ett kursbevis per rad' })
  @ApiProduces('text/csv')
  @ApiOkResponse({
    schema: { type: 'string', example: 'student_no;certificate_no;version;state;sha256;file\r\n' },
  })
  async file(@ClassId() classId: string): Promise<StreamableFile> {
    return csvReply('certificates.csv', certificatesFile(await this.certificates.ofClass(classId)));
  }

  @Get('files/certificates.zip')
  @Allow('administrator', 'coordinator')
  @ApiOperation({
    operationId: 'getCertificatesArchive',
    summary: 'Alle gyldige kursbevis i klassen i ett arkiv, med en signert innholdsliste',
  })
  @ApiProduces('application/zip')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async archive(@ClassId() classId: string): Promise<StreamableFile> {
    const certificates = await this.certificates.ofClass(classId);
    const manifest = bundleManifest(classId, certificates);
    const manifestFile = await signedManifest(manifest, certificates, this.tools.codeKeys);
    return new StreamableFile(Readable.from(bundle(manifest, manifestFile, this.documents)), {
      type: 'application/zip',
      disposition: contentDisposition('certificates.zip'),
    });
  }

  @Get('files/certificate-example.pdf')
  @Allow('administrator', 'coordinator')
  @ApiOperation({
    operationId: 'getCertificateExample',
    summary: 'Slik et kursbevis i klassen ser ut, for en oppdiktet person; uten signatur',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async example(@ClassId() classId: string, @Query() { language }: ExampleQuery): Promise<StreamableFile> {
    const planned = await this.classes.find(classId);
    const content = planned && exampleContent(planned.plan, language, this.tools.issuer);
    if (!content) throw noApprovedCourse();
    const { bytes } = await this.tools.renderer.render(content);
    const name = `${exampleNames[language]} ${planned.plan.code} ${language}.pdf`;
    return fileReply({ name, type: 'application/pdf', content: bytes, inline: true });
  }

  @Get('certificate-work')
  @Allow('administrator', 'coordinator')
  @ApiOperation({ operationId: 'getCertificateWork', summary: 'Hva som gjenstår før kursbevisene er utstedt' })
  @ApiOkResponse({ type: CertificateWorkView, example: { due: 24, issued: 23, open: 1, quarantined: 0 } })
  async certificateWork(@ClassId() classId: string): Promise<CertificateWorkView> {
    const { due, issued, open } = await this.work.ofClass(classId);
    const quarantined = await this.setAside.ofClass(classId);
    return { due, issued, open: open.length, quarantined: quarantined.length };
  }
}
