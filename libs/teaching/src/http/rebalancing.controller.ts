import { Allow, Worded } from '@kull/http';
import { Clock, localDateInOslo } from '@kull/kernel';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { RebalancingProposals } from '../rebalancing-proposals';
import { exampleRebalancing, type RebalancingView, rebalancingViewOf } from './rebalancing-view';

class RebalancingBody extends createZodDto(
  z.strictObject({ intake: z.string().min(1).max(64), acrossSites: z.boolean().default(false) }),
) {}

interface RebalancingAnswer {
  readonly intake: string;
  /** Moves in all. */
  readonly moves: number;
  readonly proposals: readonly RebalancingView[];
}

/** Proposals only: each move is done by a transfer of its own. */
@ApiTags('students')
@Controller('rebalancing-proposals')
@Allow('administrator')
export class RebalancingController {
  constructor(
    private readonly proposals: RebalancingProposals,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'proposeRebalancing',
    summary: 'Foreslå færrest mulig flyttinger som gjør klassene i et kull like store; ingenting blir gjort',
  })
  @ApiOkResponse({ example: { intake: 'NLP-2026', moves: 1, proposals: [exampleRebalancing] } })
  async propose(@Body() { intake, acrossSites }: RebalancingBody): Promise<Worded<RebalancingAnswer>> {
    const groups = await this.proposals.of(intake, localDateInOslo(this.clock.now()), acrossSites);
    const moves = groups.reduce((all, group) => all + group.moves.length, 0);
    return new Worded((language) => ({
      intake,
      moves,
      proposals: groups.map((one) => rebalancingViewOf(one, language)),
    }));
  }
}
