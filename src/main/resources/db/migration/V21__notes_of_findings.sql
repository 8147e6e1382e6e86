-- What the source says about a finding besides its text: that the list of findings is cut, for instance.
alter table finding add column note text;
