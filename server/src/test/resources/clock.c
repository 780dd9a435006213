/* Preloaded into a process, puts its wall clock wrong: by the milliseconds that the file named by
   WRONG_CLOCK holds in its first eight bytes, from the moment on at which they are written. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>

static const volatile long long *ahead;
static int (*right)(clockid_t, struct timespec *);

__attribute__((constructor)) static void find(void) {
  const char *name = getenv("WRONG_CLOCK");
  int file = name ? open(name, O_RDONLY | O_CLOEXEC) : -1;
  if (file >= 0) {
    void *mapped = mmap(0, sizeof *ahead, PROT_READ, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) ahead = mapped;
  }
}

int clock_gettime(clockid_t id, struct timespec *at) {
  if (!right) right = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int failed = right(id, at);
  if (!failed && ahead && (id == CLOCK_REALTIME || id == CLOCK_REALTIME_COARSE)) {
    long long millis = *ahead;
    at->tv_sec += millis / 1000;
    at->tv_nsec += millis % 1000 * 1000000;
    if (at->tv_nsec >= 1000000000) at->tv_sec++, at->tv_nsec -= 1000000000;
    if (at->tv_nsec < 0) at->tv_sec--, at->tv_nsec += 1000000000;
  }
  return failed;
}

int gettimeofday(struct timeval *at, void *zone) {
  (void)zone;
  struct timespec now;
  int failed = clock_gettime(CLOCK_REALTIME, &now);
  if (!failed) at->tv_sec = now.tv_sec, at->tv_usec = now.tv_nsec / 1000;
  return failed;
}

time_t time(time_t *at) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (at) *at = now.tv_sec;
  return now.tv_sec;
}
