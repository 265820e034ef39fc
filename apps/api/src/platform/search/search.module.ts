import { Global, Module } from '@nestjs/common';
import { SearchController } from './search.controller.js';
import { SearchSources } from './search-sources.js';

@Global()
@Module({ controllers: [SearchController], providers: [SearchSources], exports: [SearchSources] })
export class SearchModule {}
