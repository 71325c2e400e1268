//! dual_write
