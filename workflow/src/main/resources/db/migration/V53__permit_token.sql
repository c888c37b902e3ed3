-- what a permit's QR code says under the agency's key, to be verified without a network; none for permits of before
alter table permit add column signed_token text;
