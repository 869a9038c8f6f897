-- Run once by hand, on Citus, after `hotich-server init` and before the first office is made: spreads the tables over the
-- nodes by office. Everything that belongs to one office stands on one node, so that accepting a registration touches that
-- node, and one more for what it claims. `hotich-server` does not run this file.
SELECT create_distributed_table('office', 'office');
SELECT create_distributed_table('operation', 'office', colocate_with => 'office');
SELECT create_distributed_table('record', 'office', colocate_with => 'office');
SELECT create_distributed_table('search_key', 'office', colocate_with => 'office');
SELECT create_distributed_table('search_waiting', 'office', colocate_with => 'office');
SELECT create_distributed_table('number_book', 'office', colocate_with => 'office');
SELECT create_distributed_table('number_free', 'office', colocate_with => 'office');
SELECT create_distributed_table('number_block', 'office', colocate_with => 'office');
SELECT create_distributed_table('annotation_link', 'office', colocate_with => 'office');
SELECT create_distributed_table('annotation_notice', 'office', colocate_with => 'office');
SELECT create_distributed_table('person', 'office', colocate_with => 'office');
SELECT create_distributed_table('person_relation', 'office', colocate_with => 'office');
SELECT create_distributed_table('person_flag', 'office', colocate_with => 'office');
SELECT create_distributed_table('person_judgement', 'office', colocate_with => 'office');
SELECT create_distributed_table('register_book', 'office', colocate_with => 'office');
SELECT create_distributed_table('void_number', 'office', colocate_with => 'office');
SELECT create_distributed_table('pin_state', 'office', colocate_with => 'office');
SELECT create_distributed_table('desk', 'office', colocate_with => 'office');
SELECT create_distributed_table('office_mail', 'office', colocate_with => 'office');
SELECT create_distributed_table('duplicate_data', 'office', colocate_with => 'office');
SELECT create_distributed_table('desk_contact', 'office', colocate_with => 'office');
SELECT create_distributed_table('courier', 'office', colocate_with => 'office');
SELECT create_distributed_table('pin_request', 'office', colocate_with => 'office');
SELECT create_distributed_table('account', 'office', colocate_with => 'office');
SELECT create_distributed_table('reading', 'office', colocate_with => 'office');
SELECT create_distributed_table('issued_paper', 'office', colocate_with => 'office');
SELECT create_distributed_table('blank_move', 'office', colocate_with => 'office');

-- What is unique in the nation is spread by its key: the hottest question is who holds one.
SELECT create_distributed_table('claim', 'claim_key', colocate_with => 'none');
SELECT create_distributed_table('duplicate_key', 'dup_key', colocate_with => 'none');
SELECT create_distributed_table('claim_gate', 'gate', colocate_with => 'none');
SELECT create_distributed_table('account_name', 'name', colocate_with => 'none');
SELECT create_distributed_table('paper_token', 'token_hash', colocate_with => 'none');
SELECT create_distributed_table('session', 'token_hash', colocate_with => 'none');
SELECT create_distributed_table('second_factor', 'account', colocate_with => 'none');

-- Small, read by all.
SELECT create_reference_table('enrol_code');
SELECT create_reference_table('feed_standing');
SELECT create_reference_table('restoration');
