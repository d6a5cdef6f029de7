-- What closing a request changes stands in no index: the room left in its page (fillfactor) spares all of them another
-- entry only then, above all that of the title's words.
drop index approval_request_running;

-- Running requests are counted where they run.
drop index act_idx_exe_procdef;
create index act_exe_running on act_ru_execution (proc_def_id_) where parent_id_ is null;

-- Nobody asks the engine by these.
drop index act_idx_exec_buskey;
drop index act_idx_exec_ref_id_;
drop index act_idx_task_create;
drop index act_idx_task_scope;
drop index act_idx_task_sub_scope;
drop index act_idx_task_scope_def;
drop index act_idx_task_procdef;

-- Our processes have no jobs, subscriptions and links (ADR 016). That the tables are empty says more than what their
-- rows would point to, and is not asked anew, eleven times, whenever something ends.
alter table act_ru_job drop constraint act_fk_job_execution, drop constraint act_fk_job_process_instance,
    add constraint act_job_none check (false);
alter table act_ru_timer_job drop constraint act_fk_timer_job_execution, drop constraint act_fk_timer_job_process_instance,
    add constraint act_timer_job_none check (false);
alter table act_ru_suspended_job drop constraint act_fk_suspended_job_execution, drop constraint act_fk_suspended_job_process_instance,
    add constraint act_suspended_job_none check (false);
alter table act_ru_deadletter_job drop constraint act_fk_deadletter_job_execution, drop constraint act_fk_deadletter_job_process_instance,
    add constraint act_deadletter_job_none check (false);
alter table act_ru_event_subscr drop constraint act_fk_event_exec,
    add constraint act_event_subscr_none check (false);
alter table act_ru_identitylink drop constraint act_fk_tskass_task, drop constraint act_fk_idl_procinst,
    add constraint act_identitylink_none check (false);
