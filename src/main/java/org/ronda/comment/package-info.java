/** Threads about any subject: comments, replies, stance, agreement. Pages of other rooms show them through a tag. */
package org.ronda.comment;
