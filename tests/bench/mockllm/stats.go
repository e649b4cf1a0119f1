package main

import (
	"math"
	"sync"
	"time"
)

// Stats counts what clients did. Its Snapshot is what GET /stats returns.
type Stats struct {
	mu       sync.Mutex
	start    time.Time
	rpm, tpm float64

	requests, finished, aborted    int64
	inFlight, maxInFlight          int64
	status                         map[int]int64
	faults                         map[Fault]int64
	limited                        map[string]int64
	promptTokens, completionTokens int64
	bodies                         map[uint64]*body
	paidAgain                      int64
	models                         map[string]*modelStats
	first, last                    time.Time

	// Arrivals by second, and the integral of requests in flight by slot.
	seconds []second
	slots   []float64
	at      time.Time
}

type body struct {
	tries  int32
	served bool
}

type second struct{ received, admitted, tokens int64 }

type modelStats struct {
	Requests int64   `json:"requests"`
	OK       int64   `json:"ok"`
	FirstS   float64 `json:"first_s"`
	LastS    float64 `json:"last_s"`
}

// slot is the grain of the timeline of requests in flight.
const slot = 100 * time.Millisecond

// NewStats starts to count.
func NewStats(rpm, tpm float64, now time.Time) *Stats {
	return &Stats{
		start: now, at: now, rpm: rpm, tpm: tpm,
		status: map[int]int64{}, faults: map[Fault]int64{}, limited: map[string]int64{},
		bodies: map[uint64]*body{}, models: map[string]*modelStats{},
	}
}

// advance adds what was in flight since the last change to the timeline.
func (s *Stats) advance(now time.Time) {
	for s.inFlight > 0 && s.at.Before(now) {
		i := int(s.at.Sub(s.start) / slot)
		for len(s.slots) <= i {
			s.slots = append(s.slots, 0)
		}
		end := s.start.Add(time.Duration(i+1) * slot)
		if end.After(now) {
			end = now
		}
		s.slots[i] += float64(s.inFlight) * float64(end.Sub(s.at)) / float64(slot)
		s.at = end
	}
	s.at = now
}

func (s *Stats) second(now time.Time) *second {
	i := int(now.Sub(s.start) / time.Second)
	for len(s.seconds) <= i {
		s.seconds = append(s.seconds, second{})
	}
	return &s.seconds[i]
}

func (s *Stats) model(name string, now time.Time) *modelStats {
	m := s.models[name]
	if m == nil {
		m = &modelStats{FirstS: round3(now.Sub(s.start).Seconds())}
		s.models[name] = m
	}
	return m
}

// Begin notes a request's arrival and says which try of its body it is.
func (s *Stats) Begin(hash uint64, model string, now time.Time) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance(now)
	if s.first.IsZero() {
		s.first = now
	}
	s.requests++
	s.inFlight++
	s.maxInFlight = max(s.maxInFlight, s.inFlight)
	s.second(now).received++
	s.model(model, now).Requests++
	b := s.bodies[hash]
	if b == nil {
		b = &body{}
		s.bodies[hash] = b
	}
	b.tries++
	return int(b.tries)
}

// Admitted notes that a request passed the limits.
func (s *Stats) Admitted(tokens int, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	sec := s.second(now)
	sec.admitted++
	sec.tokens += int64(tokens)
}

// Limited notes a 429 that a limit explains.
func (s *Stats) Limited(kind string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limited[kind]++
}

// Result is how a request ended.
type Result struct {
	Status  int // 0: no answer was sent whole
	Fault   Fault
	Usage   usage
	Aborted bool // the client went away
	OK      bool // a whole, true answer
}

// End notes how a request ended.
func (s *Stats) End(hash uint64, model string, r Result, now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance(now)
	s.inFlight--
	s.last = now
	if r.Aborted {
		s.aborted++
	} else {
		s.finished++
		s.status[r.Status]++
	}
	if r.Fault != NoFault {
		s.faults[r.Fault]++
	}
	m := s.model(model, now)
	m.LastS = round3(now.Sub(s.start).Seconds())
	s.promptTokens += int64(r.Usage.PromptTokens)
	s.completionTokens += int64(r.Usage.CompletionTokens)
	if r.OK && !r.Aborted {
		m.OK++
		b := s.bodies[hash]
		if b.served {
			s.paidAgain++
		}
		b.served = true
	}
}

// Snapshot is the JSON of GET /stats.
type Snapshot struct {
	Requests         int64                 `json:"requests"`
	Finished         int64                 `json:"finished"`
	AbortedByClient  int64                 `json:"aborted_by_client"`
	InFlight         int64                 `json:"in_flight"`
	MaxConcurrent    int64                 `json:"max_concurrent"`
	Status           map[int]int64         `json:"status"`
	Faults           map[Fault]int64       `json:"faults"`
	Limited          map[string]int64      `json:"limited"`
	DistinctBodies   int                   `json:"distinct_bodies"`
	RepeatedBodies   int64                 `json:"repeated_bodies"`
	PaidAgain        int64                 `json:"paid_again"`
	PromptTokens     int64                 `json:"prompt_tokens"`
	CompletionTokens int64                 `json:"completion_tokens"`
	Models           map[string]modelStats `json:"models"`
	FirstS           float64               `json:"first_s"`
	FirstUnixMs      int64                 `json:"first_unix_ms"`
	LastS            float64               `json:"last_s"`
	BusyS            float64               `json:"busy_s"`
	MeanInFlight     float64               `json:"mean_in_flight"`
	MaxPerSecond     int64                 `json:"max_per_second"`
	SecondsOverRPM   int                   `json:"seconds_over_rpm"`
	SecondsOverTPM   int                   `json:"seconds_over_tpm"`
	MinutesOverRPM   int                   `json:"minutes_over_rpm"`
	MinutesOverTPM   int                   `json:"minutes_over_tpm"`
	Timeline         []float64             `json:"timeline,omitempty"`
}

// Snapshot sums up; with timeline, requests in flight for each 100 ms since
// the start come along.
func (s *Stats) Snapshot(timeline bool, now time.Time) Snapshot {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.advance(now)
	out := Snapshot{
		Requests: s.requests, Finished: s.finished, AbortedByClient: s.aborted,
		InFlight: s.inFlight, MaxConcurrent: s.maxInFlight,
		Status: copyMap(s.status), Faults: copyMap(s.faults), Limited: copyMap(s.limited),
		DistinctBodies: len(s.bodies), RepeatedBodies: s.requests - int64(len(s.bodies)), PaidAgain: s.paidAgain,
		PromptTokens: s.promptTokens, CompletionTokens: s.completionTokens,
		Models: map[string]modelStats{},
	}
	for k, v := range s.models {
		out.Models[k] = *v
	}
	if !s.first.IsZero() {
		out.FirstS = round3(s.first.Sub(s.start).Seconds())
		out.FirstUnixMs = s.first.UnixMilli()
	}
	if s.last.After(s.first) {
		out.LastS = round3(s.last.Sub(s.start).Seconds())
		out.BusyS = round3(s.last.Sub(s.first).Seconds())
		sum := 0.0
		for _, v := range s.slots {
			sum += v
		}
		out.MeanInFlight = round3(sum * slot.Seconds() / out.BusyS)
	}
	// A minute is over its limit if the 60 seconds that end here were.
	var req, tok int64
	for i, sec := range s.seconds {
		out.MaxPerSecond = max(out.MaxPerSecond, sec.received)
		req, tok = req+sec.received, tok+sec.tokens
		if i >= 60 {
			req, tok = req-s.seconds[i-60].received, tok-s.seconds[i-60].tokens
		}
		count := func(n *int, limit, v float64) {
			if limit > 0 && v > limit {
				*n++
			}
		}
		count(&out.SecondsOverRPM, s.rpm/60, float64(sec.received))
		count(&out.SecondsOverTPM, s.tpm/60, float64(sec.tokens))
		count(&out.MinutesOverRPM, s.rpm, float64(req))
		count(&out.MinutesOverTPM, s.tpm, float64(tok))
	}
	if timeline {
		out.Timeline = make([]float64, len(s.slots))
		for i, v := range s.slots {
			out.Timeline[i] = math.Round(v*10) / 10
		}
	}
	return out
}

func copyMap[K comparable](m map[K]int64) map[K]int64 {
	out := make(map[K]int64, len(m))
	for k, v := range m {
		out[k] = v
	}
	return out
}

func round3(v float64) float64 { return math.Round(v*1000) / 1000 }
