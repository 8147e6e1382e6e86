-- What an import brings beside the facts: the file and the words each fact was read from, what contradicts it, and the
-- whole text of a report, in order and searchable.

alter table force             add column source_file text, add column source_quotation text;
alter table local_authority   add column source_file text, add column source_quotation text;
alter table monitoring_event  add column source_file text, add column source_quotation text;
alter table grade_definition  add column source_file text, add column source_quotation text;
alter table question          add column source_file text, add column source_quotation text;
alter table fieldwork         add column source_file text, add column source_quotation text;
alter table judgment          add column source_file text, add column source_quotation text, add column contradiction text;
alter table finding           add column source_file text, add column source_quotation text;
alter table finding_status    add column source_file text, add column source_quotation text;
alter table observation       add column source_file text, add column source_quotation text, add column contradiction text;
