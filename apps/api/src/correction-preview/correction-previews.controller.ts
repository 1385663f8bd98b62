import { type CorrectionFile, correctionColumns } from '@kull/credits';
import { Allow, Caller, ClassId, CsvBody, CsvImport, type Worded } from '@kull/http';
import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CorrectionPreview } from './correction-preview';
import { CorrectionPreviews } from './correction-previews';
import { examplePreview } from './example';

/** What corrections would touch, before they are saved (peers.md W18). */
@ApiTags('awards')
@Controller('classes/:id/correction-previews')
@Allow('administrator', 'coordinator')
export class CorrectionPreviewsController {
  constructor(private readonly previews: CorrectionPreviews) {}

  @CsvImport('', {
    operationId: 'previewCorrections',
    summary: 'Viser hvilke poeng, bevis, linjer og brev rettelsene i en fil berører; lagrer ingenting',
    example: examplePreview,
  })
  preview(
    @ClassId() id: string,
    @CsvBody(...correctionColumns) file: CorrectionFile,
    @Caller() caller: Caller,
  ): Promise<Worded<CorrectionPreview>> {
    return this.previews.of(id, file, caller);
  }
}
