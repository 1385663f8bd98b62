import { Allow, MessageBody, Problem, said } from '@kull/http';
import { Controller, HttpCode, Optional, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Bounce, readBounce } from '../bounce';
import { BounceTaker } from '../contracts';

const example: Bounce = { messageId: '<rem-01k2x8@kull.example.no>', code: '5.1.1' };

/** Letters that came back, as the mail server of the sender's address hands them on. */
@ApiTags('mail')
@Controller('bounces')
@Allow('administrator')
export class BouncesController {
  constructor(@Optional() private readonly taker?: BounceTaker) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'takeInBounce', summary: 'Ta imot en melding om at et brev ikke kom fram (RFC 3464)' })
  @ApiConsumes('message/rfc822')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  @ApiOkResponse({ example })
  async takeIn(@MessageBody() message: Buffer): Promise<Bounce> {
    const bounce = await readBounce(message);
    if (bounce === undefined) {
      throw new Problem({
        status: 422,
        code: 'NOT_A_BOUNCE',
        title: said(
          'Meldingen sier ikke at et brev er avvist for godt',
          'Meldinga seier ikkje at eit brev er avvist for godt',
          'The message does not say that a letter has been refused for good',
        ),
        detail: said(
          'Det skal være en rapport etter RFC 3464 med det avviste brevet eller toppfeltene fra det.',
          'Det skal vere ein rapport etter RFC 3464 med det avviste brevet eller toppfelta frå det.',
          'It shall be a report by RFC 3464 with the refused letter or its headers.',
        ),
      });
    }
    await this.taker?.bounced(bounce.messageId, bounce.code);
    return bounce;
  }
}
